"""A folder is made beside the one that it is to replace, and takes its place at once: readers see the old one or the new one.

Whoever is killed, or runs out of disk, leaves the published folder as it was; the next run clears away what was left beside it.
The disk holds the new folder's contents before it holds the new name, so that a power cut cannot leave empty files in its place.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# Some file systems, and systems other than Linux, cannot exchange two folders.
_CANNOT_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.EPERM, errno.EOPNOTSUPP}


class BusyError(OSError):
    """Somebody else is building the same folder; the message is Chinese."""


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Yield the path of a folder to be made beside ``target``; when the block ends without an exception, it takes its place.

    One process at a time does this for one folder: raises BusyError for a second one.
    """
    target = Path(os.path.realpath(target))  # Of a link, what it leads to is replaced.
    target.parent.mkdir(parents=True, exist_ok=True)
    staging, old = _beside(target, "new"), _beside(target, "old")
    with _locked(_beside(target, "lock"), target):
        _recover(target, old)
        shutil.rmtree(staging, ignore_errors=True)
        try:
            yield staging
            _put_in_place(staging, target, old)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
            shutil.rmtree(old, ignore_errors=True)


def _beside(target: Path, what: str) -> Path:
    return target.with_name(f".{target.name}-{what}")


@contextmanager
def _locked(path: Path, target: Path) -> Iterator[None]:
    """Hold the lock of a folder; it goes with the process that holds it, however that ends."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(handle)
            message = f"另一个程序正在生成 {target}；请等它结束以后再运行。原来的内容没有改动。"
            raise BusyError(message) from error
        # Whoever held it before may have removed the file between our opening and our locking: then it locks nothing.
        if _is_the_same(handle, path):
            break
        os.close(handle)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(handle)


def _is_the_same(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _recover(target: Path, old: Path) -> None:
    """Bring back what a run left that was killed between two renames."""
    if old.is_dir() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _put_in_place(staging: Path, target: Path, old: Path) -> None:
    _kept_by_the_disk(staging)
    if not target.exists():
        staging.rename(target)
    elif not _exchanged(staging, target):
        target.rename(old)
        staging.rename(target)
    _kept_by_the_disk(target.parent, names_only=True)


def _kept_by_the_disk(folder: Path, *, names_only: bool = False) -> None:
    """Wait until the disk holds a folder's entries, and unless ``names_only`` the contents of everything below it.

    One call for the whole file system costs far less than one for each of thousands of files.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        sync = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
        if names_only:
            os.fsync(handle)
        elif sync is None:
            os.sync()
        elif sync(handle) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(handle)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, so that there is no moment without either; return whether the system can."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))
