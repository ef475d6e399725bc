"""Page views become finished HTML, through our own strict Jinja environment and the components of ``theme/``."""
