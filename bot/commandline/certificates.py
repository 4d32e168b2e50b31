"""`marathon certificates …`: issued, listed, revoked, replaced, verified, exported."""

import zipfile
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Column, Table
from rich.text import Text

from bot.certificate_index import COLUMNS, describe_line, index_of
from bot.clock import SystemClock
from bot.commandline.failures import FAILED, errors, output, stop
from bot.commandline.invocation import group_of, invocation, open_store, refuse
from bot.commandline.programme_commands import find_marathon
from bot.commandline.progress import bar
from bot.workshop import open_workshop
from config.settings import Settings
from sessions.credentials.addresses import Addresses
from sessions.credentials.badge import read_credential
from sessions.credentials.files import CertificateFiles
from sessions.credentials.keys import open_keys
from sessions.credentials.statement import Standing, describe
from sessions.credentials.workshop import Workshop
from sessions.domain.certificates import Certificate
from sessions.domain.refusals import FileChanged
from sessions.services import certificate_changes, certificate_lookups, certificates
from sessions.services.certificate_changes import Replaced
from sessions.services.certificates import Issued
from sessions.storage.certificates import Kept
from sessions.storage.store import Store

Json = Annotated[bool, typer.Option("--json", help="Print it for a script.")]
Serial = Annotated[str, typer.Argument(metavar="SERIAL", help="As it stands on the certificate.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; revocations show it to everybody.")]


def register(app: typer.Typer) -> None:
    group = group_of(app, "certificates", about="Certificates: issue, list, revoke, replace, verify, export.")
    group.command("issue")(issue)
    group.command("list")(list_)
    group.command("revoke")(revoke)
    group.command("replace")(replace)
    group.command("verify")(verify)
    group.command("export")(export)


async def issue(
    rule: Annotated[str | None, typer.Option("--rule", metavar="KEY", help="Which rule (default: the first).")] = None,
    as_json: Json = False,
) -> None:
    """Give everybody on the approved list a certificate. Interrupted, it goes on where it stopped."""
    workshop = _workshop(invocation().settings())
    async with open_store() as store:
        marathon = await find_marathon(store)
        with bar("Issuing") as step:
            done = await certificates.issue(
                store,
                marathon_id=marathon.id,
                workshop=workshop,
                now=SystemClock().now(),
                actor=invocation().actor(),
                rule_key=rule,
                progress=step,
            )
    if not isinstance(done, Issued):
        refuse(done)
    if as_json:
        output.print_json(data={"new": list(done.new), "already": done.already, "inexact": list(done.inexact)})
        return
    output.print(f"{len(done.new)} certificates issued; {done.already} were there already.", markup=False)
    for serial in done.inexact:
        errors.print(
            f"{serial}: right on paper, but the name cannot be copied from it letter for letter.", markup=False
        )


async def list_(as_json: Json = False) -> None:
    """Show every certificate with its status."""
    async with open_store(migrate=False) as store:
        marathon = await find_marathon(store)
        found = await certificate_lookups.every(store, marathon.id)
        unsupported = await certificate_lookups.find_unsupported(store, marathon.id, now=SystemClock().now())
    if as_json:
        output.print_json(data=[describe_line(one) for one in found])
        return
    serial = Column("Serial", no_wrap=True, min_width=20)  # whole on any terminal: it is copied to revoke and verify
    table = Table(serial, "Name", "Rule", "Status", "Issued")
    for one in found:
        table.add_row(*(Text(str(describe_line(one)[name])) for name in COLUMNS[:5]))
    output.print(table)
    for gone in unsupported:
        errors.print(f"{gone.serial} no longer stands on the evidence: completion is now {gone.status}.", markup=False)


async def revoke(serial: Serial, reason: Reason) -> None:
    """Revoke a certificate for good. The verification page says so, and why."""
    async with open_store() as store:
        marathon = await find_marathon(store)
        done = await certificate_changes.revoke(
            store,
            marathon_id=marathon.id,
            serial=serial,
            reason=reason,
            now=SystemClock().now(),
            actor=invocation().actor(),
        )
    if not isinstance(done, Certificate):
        refuse(done)
    output.print(f"{done.serial} is revoked.", markup=False)


async def replace(serial: Serial, reason: Reason) -> None:
    """Put a new certificate, with the name and evidence of today, in place of one; both remain verifiable."""
    workshop = _workshop(invocation().settings())
    async with open_store() as store:
        marathon = await find_marathon(store)
        done = await certificate_changes.replace(
            store,
            marathon_id=marathon.id,
            serial=serial,
            reason=reason,
            workshop=workshop,
            now=SystemClock().now(),
            actor=invocation().actor(),
        )
    if not isinstance(done, Replaced):
        refuse(done)
    output.print(f"{done.old} is superseded. In its place: {done.new}", markup=False)


async def verify(
    what: Annotated[str, typer.Argument(metavar="SERIAL|FILE", help="A serial, a PDF or a credential (.jwt).")],
    as_json: Json = False,
) -> None:
    """Say whether a certificate stands, whether a file is the one that was issued, and whether its decision replays.

    Ends with 1 unless it is valid.
    """
    settings = invocation().settings()
    addresses = Addresses(settings.address)
    file = _file(what)
    serial = what if file is None else _serial_of(file, settings, addresses)
    async with open_store(migrate=False) as store:
        statement = await certificate_lookups.find_statement(store, serial, now=SystemClock().now())
        kept = await certificate_lookups.find(store, serial)
        replays = None if kept is None else await certificate_lookups.replays(store, kept)
    same = None if kept is None or file is None else _is_same(file, kept)
    if as_json:
        output.print_json(data={**describe(statement, addresses), "file_unchanged": same, "decision_replays": replays})
    else:
        name = "" if statement.content is None else f", {statement.content.name}"
        output.print(f"{statement.asked}{name}: {statement.standing.value.upper()}", markup=False)
        if same is False:
            output.print("The file is NOT the one that was issued.", markup=False)
        if replays is False:
            output.print("The decision does not replay from what was kept.", markup=False)
    if statement.standing is not Standing.VALID or same is False:
        raise typer.Exit(FAILED)


async def export(
    file: Annotated[Path, typer.Argument(metavar="FILE.zip", help="The archive to write.")],
) -> None:
    """Write every valid certificate's PDF and credential, with index.csv and jwks.json, into a ZIP.

    Of holders who were forgotten, only the line in index.csv is left.
    """
    settings = invocation().settings()
    files = CertificateFiles(settings.certificates_dir)
    keys = open_keys(settings.keys_dir, Addresses(settings.address))
    async with open_store(migrate=False) as store:
        found = await _valid(store)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in found:
            if not one.certificate.content.name:
                continue
            pdf = files.pdf(one.serial, sha256=one.pdf_sha256)
            token = files.credential(one.serial, sha256=one.credential_sha256)
            if isinstance(pdf, FileChanged):
                refuse(pdf)
            if isinstance(token, FileChanged):
                refuse(token)
            archive.writestr(f"{one.serial}.pdf", pdf)
            archive.writestr(f"{one.serial}.jwt", token)
        archive.writestr("index.csv", "\ufeff" + index_of(found))
        archive.writestr("jwks.json", keys.as_json())
    output.print(f"{len(found)} certificates in {file}", markup=False)


async def _valid(store: Store) -> list[Kept]:
    marathon = await find_marathon(store)
    return [one for one in await certificate_lookups.every(store, marathon.id) if one.valid]


def _workshop(settings: Settings) -> Workshop:
    if settings.public_url is None:
        stop(
            "Set MARATHON_PUBLIC_URL first: every certificate names its verification page for good, so the address "
            "must be the one that people will reach."
        )
    return open_workshop(
        keys=settings.keys_dir,
        files=settings.certificates_dir,
        address=settings.public_url,
        look=settings.certificates_look,
    )


def _file(what: str) -> Path | None:
    path = Path(what)
    return path if path.is_file() else None


def _serial_of(file: Path, settings: Settings, addresses: Addresses) -> str:
    """The serial that a file is about: in its name for PDFs, in the signed statement for credentials."""
    if file.suffix.lower() != ".jwt":
        return file.stem
    payload = read_credential(file.read_text(encoding="utf-8"), open_keys(settings.keys_dir, addresses).jwks())
    if not isinstance(payload, dict):
        refuse(payload)
    return str(payload["jti"]).rsplit("/", 1)[-1]


def _is_same(file: Path, kept: Kept) -> bool:
    files = CertificateFiles(file.parent)
    wanted = kept.credential_sha256 if file.suffix.lower() == ".jwt" else kept.pdf_sha256
    return files.is_whole(file, sha256=wanted)
