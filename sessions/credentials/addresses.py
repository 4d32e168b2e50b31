"""Where the signed credentials say that things are found. Every address is a promise once a credential names it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Addresses:
    """``base``: the public address of this installation, without a slash at its end."""

    base: str

    @property
    def issuer(self) -> str:
        """The issuer's profile, as JSON."""
        return f"{self.base}/issuer"

    @property
    def keys(self) -> str:
        """All public keys, as a JWK set."""
        return f"{self.base}/keys/jwks.json"

    def key(self, thumbprint: str) -> str:
        """One public key, as a bare JWK."""
        return f"{self.base}/keys/{thumbprint}"

    def verification(self, serial: str) -> str:
        return f"{self.base}/verify/{serial}"

    def credential(self, serial: str) -> str:
        """The signed credential."""
        return f"{self.base}/credentials/{serial}"

    def achievement(self, marathon_key: str, kind: str, rule_version: int) -> str:
        return f"{self.base}/achievements/{marathon_key}/{kind}/{rule_version}"

    def status_list(self, number: int) -> str:
        """A signed Bitstring status list."""
        return f"{self.base}/status/{number}"
