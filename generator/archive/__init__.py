"""What keeps a fiscal year provable: manifests, bags, web archives, seals, and their verification."""
