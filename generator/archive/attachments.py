"""The files that belong to texts are put beside their pages, under names of our own making."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.corpus import Corpus


class AttachmentChangedError(OSError):
    """A file changed while the site was built; the message is Chinese."""


def place_attachments(corpus: Corpus, content: Path, site: Path) -> None:
    """Copy every attachment into the site, as bytes that nobody may run."""
    for disclosure in corpus.disclosures:
        for attachment in disclosure.text.attachments:
            data = (content / attachment.path.partition("/")[2]).read_bytes()
            if hashlib.sha256(data).hexdigest() != attachment.sha256:
                message = f"附件 {attachment.path} 在生成网站的时候被改动了，请再生成一次。"
                raise AttachmentChangedError(message)
            for address in (disclosure.address, *disclosure.former_addresses):
                target = site / address / attachment.published_name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
                target.chmod(0o644)
