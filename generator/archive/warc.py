"""The pages of a site as a web archive (WARC, ISO 28500): what a server would have answered, readable by any replay tool."""

from __future__ import annotations

import hashlib
import io
import uuid
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from generator.archive.manifest import files_below

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

# Not from the system's own list of types: that differs from machine to machine.
_TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".json": "application/json", ".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".svg": "image/svg+xml",
    ".xml": "application/xml", ".png": "image/png", ".jpg": "image/jpeg", ".pdf": "application/pdf", ".zip": "application/zip",
    ".pagefind": "application/wasm", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
_UNKNOWN = "application/octet-stream"
_PAGE = "index.html"


def write_warc(site: Path, target: Path, address: str, day: date, info: Sequence[tuple[str, str]]) -> None:
    """Write every file of ``site`` as an answer of the server at ``address`` (ends in a slash) on ``day``.

    ``info`` describes the whole in the first record. Record ids follow from what the records hold, so that two runs agree.
    """
    moment = f"{day.isoformat()}T00:00:00Z"
    with target.open("wb") as file:
        writer = WARCWriter(file, gzip=False, warc_version="1.1")
        lines = "".join(f"{name}: {value}\r\n" for name, value in info).encode()
        headers = {"WARC-Record-ID": _id(address, moment, lines), "WARC-Date": moment, "Content-Type": "application/warc-fields"}
        writer.write_record(
            writer.create_warc_record("", "warcinfo", payload=io.BytesIO(lines), length=len(lines), warc_headers_dict=headers)
        )
        for name in files_below(site):
            data = (site / name).read_bytes()
            # Replay begins at the address of the site itself; everything else is linked by its file's name.
            for path in ("", name) if name == _PAGE else (name,):
                digest = _write(writer, address + quote(path), moment, _TYPES.get(PurePosixPath(name).suffix, _UNKNOWN), data)
            if name.endswith(f"/{_PAGE}"):
                _write_again(writer, address + quote(name.removesuffix(_PAGE)), moment, digest, address + quote(name))


def _write(writer: WARCWriter, address: str, moment: str, kind: str, data: bytes) -> str:
    """Write an answer and return the digest of what it holds."""
    http = StatusAndHeaders("200 OK", [("Content-Type", kind), ("Content-Length", str(len(data)))], protocol="HTTP/1.1")
    headers = {"WARC-Record-ID": _id(address, moment, data), "WARC-Date": moment}
    record = writer.create_warc_record(
        address, "response", payload=io.BytesIO(data), length=len(data), http_headers=http, warc_headers_dict=headers
    )
    writer.write_record(record)
    return str(record.rec_headers.get_header("WARC-Payload-Digest"))


def _write_again(writer: WARCWriter, address: str, moment: str, digest: str, written: str) -> None:
    """Write that ``address``, which the living site's links and everybody else's lead to, answers what is ``written`` already."""
    headers = {"WARC-Record-ID": _id(address, moment, digest.encode()), "WARC-Date": moment}
    writer.write_record(writer.create_revisit_record(address, digest, written, moment, warc_headers_dict=headers))


def _id(address: str, moment: str, data: bytes) -> str:
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{address} {moment} {hashlib.sha256(data).hexdigest()}')}>"
