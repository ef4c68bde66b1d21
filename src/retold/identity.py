"""Content to ids: 32 hex digits that every engine, machine and run makes alike."""

from __future__ import annotations

from hashlib import blake2b


def content_id(kind: str, *fields: str | None) -> str:
    """Id of a thing of `kind` by its content: BLAKE2b, 128 bits, over the length-prefixed fields.

    Lengths keep ("ab", "c") apart from ("a", "bc"); None differs from the empty string. Lone surrogates,
    which UTF-8 cannot hold, are hashed as they are.
    """
    digest = blake2b(digest_size=16, person=kind.encode()[:16])
    for field in fields:
        if field is None:
            digest.update(b"-;")
            continue
        content = field.encode("utf-8", "surrogatepass")
        digest.update(b"%d;" % len(content))
        digest.update(content)
    return digest.hexdigest()
