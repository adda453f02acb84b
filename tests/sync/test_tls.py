"""TLS: one authority is believed, and a wrong certificate or an old version gets not a byte."""

import datetime
import ipaddress
import ssl
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sync.client.engine import Outcome
from sync.client.http_remote import HttpRemote
from sync.client.ports import NotOurGateway
from sync.gateway.serve import GatewayThread
from tests.sync.joined import Wall, make_remote
from tests.sync.samples import Pc
from tests.sync.wire import listening


class Authority:
    """A certificate authority of the test, and the server certificates that it signs."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self._key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self._certificate = self._sign(subject, subject, self._key, is_authority=True)
        self.file = folder / f"{name}.pem"
        self.file.write_bytes(self._certificate.public_bytes(serialization.Encoding.PEM))

    def server(self, host: str = "127.0.0.1", *, days: int = 1) -> tuple[Path, Path]:
        """Files of a certificate and its key for `host`, valid for so many days from now."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        certificate = self._sign(subject, self._certificate.subject, key, host=host, days=days)
        files = self._folder / f"{self._name}-server.pem", self._folder / f"{self._name}-key.pem"
        files[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        files[1].write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        return files

    def _sign(
        self,
        subject: x509.Name,
        issuer: x509.Name,
        key: ec.EllipticCurvePrivateKey,
        *,
        is_authority: bool = False,
        host: str = "",
        days: int = 1,
    ) -> x509.Certificate:
        now = datetime.datetime.now(datetime.UTC)
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=30))
            .not_valid_after(now + timedelta(days=days))
            .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
        )
        if host:
            names = [x509.IPAddress(ipaddress.ip_address(host))]
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        return builder.sign(self._key, hashes.SHA256())


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path, "ours")


def test_sync_over_tls_believes_one_authority_only(
    authority: Authority, join: Callable[..., Pc]
) -> None:
    certificate, key = authority.server()
    with GatewayThread("sqlite://", certificate=certificate, certificate_key=key) as gateway:
        pc = join(gateway, ca_file=authority.file)
        pc.write()
        assert pc.engine.sync_once().outcome is Outcome.IN_STEP
        assert isinstance(pc.remote, HttpRemote)
        adapter = pc.remote._way._session.get_adapter(gateway.url + "/v1/sync")
        assert len(adapter._context.get_ca_certs()) == 1  # type: ignore[attr-defined]  # our adapter
        assert adapter._context.minimum_version is ssl.TLSVersion.TLSv1_3  # type: ignore[attr-defined]  # our adapter


@pytest.mark.parametrize("case", ["other authority", "other host", "expired"])
def test_a_server_with_a_wrong_certificate_gets_not_a_byte(
    authority: Authority, tmp_path: Path, wall: Wall, case: str
) -> None:
    certificate, key = {
        "other authority": lambda: Authority(tmp_path, "theirs").server(),
        "other host": lambda: authority.server("127.0.0.2"),
        "expired": lambda: authority.server(days=-1),
    }[case]()
    with GatewayThread("sqlite://", certificate=certificate, certificate_key=key) as gateway:
        remote = make_remote(gateway.url, wall, ca_file=authority.file)
        with remote, pytest.raises(NotOurGateway):
            remote.sync(b"secret")


def test_old_tls_is_refused(authority: Authority, wall: Wall) -> None:
    certificate, key = authority.server()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    context.maximum_version = ssl.TLSVersion.TLSv1_2

    def answer(client: Any) -> None:
        try:
            context.wrap_socket(client, server_side=True).close()
        except ssl.SSLError:
            client.close()

    with listening(answer) as url:
        remote = make_remote(url.replace("http:", "https:"), wall, ca_file=authority.file)
        with remote, pytest.raises(NotOurGateway):
            remote.sync(b"secret")
