"""An authority and a certificate of this machine, made anew for each run; they guard nothing."""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import trustme
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key


@cache
def folder() -> Path:
    """Make `authority.pem`, `broker.pem` and `broker.key`, which last as long as the process."""
    made = Path(mkdtemp(prefix="khabar-certificates-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    authority = trustme.CA()
    authority.cert_pem.write_to_path(made / "authority.pem")
    broker = authority.issue_cert("localhost", "127.0.0.1")
    key = load_pem_private_key(broker.private_key_pem.bytes(), password=None)
    # Java reads no other form.
    (made / "broker.key").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    for part in broker.cert_chain_pems:
        part.write_to_path(made / "broker.pem", append=True)
    return made
