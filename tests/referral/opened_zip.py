"""A sealed file opened as any program for ZIP would: by the format of WinZip (AE, AES-256)."""

import hashlib
import hmac
import io
import struct
import zipfile
import zlib

from Crypto.Cipher import AES
from Crypto.Util import Counter

_SALT, _CHECK, _MAC, _KEY = 16, 2, 10, 32


class WrongPasswordError(Exception):
    """The password is not that of the file."""


def opened(content: bytes, password: str) -> dict[str, bytes]:
    """Return the members by name; raises WrongPasswordError, or ValueError for changed bytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {each.filename: _member(content, each, password) for each in archive.infolist()}


def _member(content: bytes, info: zipfile.ZipInfo, password: str) -> bytes:
    name, extra = struct.unpack_from("<HH", content, info.header_offset + 26)
    begin = info.header_offset + 30 + name + extra
    raw = content[begin : begin + info.compress_size]
    salt, check, body, mac = (
        raw[:_SALT],
        raw[_SALT : _SALT + _CHECK],
        raw[_SALT + _CHECK : -_MAC],
        raw[-_MAC:],
    )
    keys = hashlib.pbkdf2_hmac("sha1", password.encode(), salt, 1000, 2 * _KEY + _CHECK)
    if keys[-_CHECK:] != check:
        raise WrongPasswordError
    if hmac.digest(keys[_KEY : 2 * _KEY], body, "sha1")[:_MAC] != mac:
        raise ValueError(info.filename)
    counter = Counter.new(128, little_endian=True)
    plain = AES.new(keys[:_KEY], AES.MODE_CTR, counter=counter).decrypt(body)
    method = struct.unpack_from("<H", _aes_field(info.extra), 5)[0]
    return plain if method == zipfile.ZIP_STORED else zlib.decompress(plain, -zlib.MAX_WBITS)


def _aes_field(extra: bytes) -> bytes:
    """Return the extra field 0x9901, which says how the member was compressed before."""
    at = 0
    while at < len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        if kind == 0x9901:
            return extra[at + 4 : at + 4 + size]
        at += 4 + size
    raise ValueError("not sealed with AES")
