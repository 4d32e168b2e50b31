"""Whether traffic conforms: every body in both directions against Discord's own descriptions.

REST bodies are held against the official OpenAPI description (3.1, API v10), gateway payloads against the schemas made
from discord-api-types. Keys that a response or event has and its schema does not are violations. What discord.py does
differently on the wire is fine and named in ``_lenient``. Where the descriptions disagree with each other or with the
documentation they are corrected, in ``_corrected`` and ``_corrected_events``. Each shape of body is checked once.
"""

import copy
import functools
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT7, DRAFT202012

from tests.shared_files import shared

_PREFIX = "/api/v10"

formats = FormatChecker(formats=())


@formats.checks("date-time", raises=ValueError)
def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


@formats.checks("uri")
def _is_uri(value: object) -> bool:
    return not isinstance(value, str) or re.match(r"^[a-z][a-z0-9+.-]*:", value) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    where: str
    message: str


class Conformance:
    """The two descriptions, made ready once."""

    def __init__(self, openapi: Path, gateway: Path) -> None:
        description = json.loads(openapi.read_bytes())
        self._paths: dict[str, Any] = description["paths"]
        components = {"components": description["components"]}
        responses = _closed(_corrected(copy.deepcopy(components)))
        requests = _lenient(components)
        self._responses = Registry().with_resource("urn:d", DRAFT202012.create_resource(responses))
        self._requests = Registry().with_resource("urn:d", DRAFT202012.create_resource(requests))
        self._gateway = json.loads(gateway.read_bytes())
        definitions = {"definitions": _corrected_events(self._gateway["definitions"])}
        self._events = Registry().with_resource("urn:d", DRAFT7.create_resource(definitions))
        self._templates = [(re.compile(_pattern(template)), template) for template in sorted(self._paths, key=_order)]
        self._seen: set[str] = set()

    def violations(self, lines: Iterable[bytes | str]) -> Iterator[Violation]:
        """Of a traffic log's lines."""
        self._seen = set()
        for line in lines:
            entry = json.loads(line)
            if "gateway" in entry:
                yield from self._of_gateway(entry["gateway"], entry["payload"])
            else:
                yield from self._of_rest(entry)

    # -- REST

    def _of_rest(self, entry: dict[str, Any]) -> Iterator[Violation]:
        path, method, status = entry["path"].removeprefix(_PREFIX), entry["method"].lower(), entry["status"]
        template = next((template for pattern, template in self._templates if pattern.match(path)), None)
        where = f"{entry['method']} {template or path} {status}"
        if status >= 500 or (status == 429 and entry["response_json"] is None):
            return
        if status in (404, 405) and (template is None or method not in self._paths[template]):
            return
        if template is None or method not in self._paths[template]:
            yield Violation(where=where, message="no such operation")
            return
        operation = self._paths[template][method]
        body = entry["request_json"]
        if body is not None and status < 400 and self._is_new("request " + where, body):
            yield from self._check_request(where, operation, body)
        if self._is_new("response " + where, entry["response_json"]):
            yield from self._check_response(where, operation, status, entry["response_json"])

    def _check_request(self, where: str, operation: dict[str, Any], body: Any) -> Iterator[Violation]:
        content = operation.get("requestBody", {}).get("content", {})
        schema = content.get("application/json", {}).get("schema")
        if schema is None:
            if body:
                yield Violation(where=f"request of {where}", message="the operation takes no body")
            return
        validator = Draft202012Validator(_lenient(_pointed(schema)), registry=self._requests, format_checker=formats)
        yield from _told(f"request of {where}", validator.iter_errors(body))

    def _check_response(self, where: str, operation: dict[str, Any], status: int, body: Any) -> Iterator[Violation]:
        responses = operation["responses"]
        found = responses.get(str(status)) or (responses.get("4XX") if 400 <= status < 500 else None)
        if found is None:
            yield Violation(where=where, message=f"status {status} is not among {sorted(responses)}")
            return
        if "$ref" in found:
            found = {"content": {"application/json": {"schema": {"$ref": _ERRORS[found["$ref"].split("/")[-1]]}}}}
        schema = found.get("content", {}).get("application/json", {}).get("schema")
        if schema is None:
            if body is not None:
                yield Violation(where=where, message="the answer should be empty")
            return
        closed = _closed(copy.deepcopy(_pointed(schema)))
        validator = Draft202012Validator(closed, registry=self._responses, format_checker=formats)
        yield from _told(where, validator.iter_errors(body))

    # -- gateway

    def _of_gateway(self, direction: str, payload: dict[str, Any]) -> Iterator[Violation]:
        event = payload.get("t")
        where = f"gateway {direction} {event or payload['op']}"
        subject = payload["d"] if event else payload
        if not self._is_new(where, subject):
            return
        if event == "RESUMED":
            if subject != {}:
                yield Violation(where=where, message="discord.py needs an empty object")
            return
        if event:
            schema = self._gateway["x-dispatch"].get(event)
        else:
            schema = self._gateway["x-receive" if direction == "send" else "x-send"]
        if schema is None:
            yield Violation(where=where, message="no such event")
            return
        validator = Draft7Validator(_pointed(schema), registry=self._events, format_checker=formats)
        yield from _told(where, validator.iter_errors(subject))

    def _is_new(self, where: str, body: Any) -> bool:
        shape = f"{where} {_shape(body)}"
        if shape in self._seen:
            return False
        self._seen.add(shape)
        return True


_ERRORS = {
    "ClientErrorResponse": "urn:d#/components/schemas/ErrorResponse",
    "ClientRatelimitedResponse": "urn:d#/components/schemas/RatelimitedResponse",
}


@functools.cache
def discords_own() -> Conformance:
    """Skips where the shared folder is absent."""
    return Conformance(shared("discord-openapi.json"), shared("discord-gateway-schema.json"))


def _told(where: str, errors: Iterable[ValidationError]) -> Iterator[Violation]:
    for error in errors:
        exact = _most_exact(error)
        place = "/".join(str(step) for step in exact.absolute_path)
        yield Violation(where=f"{where} at /{place}", message=exact.message[:300])


def _most_exact(error: ValidationError) -> ValidationError:
    """Of a union, what is wrong in the alternative that the value means: the one whose ``type`` fits."""
    if not error.context:
        return error
    branches: dict[int, list[ValidationError]] = {}
    for inner in error.context:
        branches.setdefault(int(inner.schema_path[0]), []).append(inner)
    meant = min(branches.values(), key=lambda found: (_misses_kind(found), len(found)))
    return _most_exact(meant[0])


def _misses_kind(errors: list[ValidationError]) -> int:
    missed = 0
    for error in errors:
        exact = error if not error.context else _most_exact(error)
        missed += bool(exact.absolute_path and exact.absolute_path[-1] == "type" and len(exact.absolute_path) < 9)
    return missed


def _shape(value: Any) -> str:
    """Keys and types; small numbers stand for themselves, because they choose between kinds."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{key}:{_shape(value[key])}" for key in sorted(value) if not key.isdecimal()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(sorted({_shape(item) for item in value})) + "]"
    if isinstance(value, bool) or value is None:
        return str(value)
    if isinstance(value, int) and abs(value) < 100:
        return str(value)
    return type(value).__name__


def _pattern(template: str) -> str:
    return "^" + re.sub(r"\\{[^}]*\\}", "[^/]+", re.escape(template)) + "$"


def _order(template: str) -> tuple[int, str]:
    """Templates with fewer parameters first: ``@me`` is no id."""
    return template.count("{"), template


def _pointed(schema: dict[str, Any]) -> dict[str, Any]:
    """Local references, pointed at the registry."""

    def point(node: dict[str, Any]) -> dict[str, Any]:
        return {**node, "$ref": "urn:d" + node["$ref"]} if _is_local(node) else node

    pointed: dict[str, Any] = _mapped(schema, point)
    return pointed


def _is_local(node: dict[str, Any]) -> bool:
    return isinstance(node.get("$ref"), str) and node["$ref"].startswith("#")


def _mapped(node: Any, change: Any) -> Any:
    if isinstance(node, dict):
        return change({key: _mapped(value, change) for key, value in node.items()})
    if isinstance(node, list):
        return [_mapped(value, change) for value in node]
    return node


def _corrected(components: dict[str, Any]) -> dict[str, Any]:
    """Two places where the description and Discord's own documentation disagree.

    The codes of single form errors are words ("BASE_TYPE_MAX_LENGTH"), not numbers; and error objects are built by
    ``allOf``, which cannot be closed part by part.
    """
    schemas = components["components"]["schemas"]
    code = {"properties": {"code": {"type": ["string", "integer"]}, "message": {"type": "string"}}}
    schemas["InnerErrors"]["properties"]["_errors"]["items"] = {
        "type": "object",
        "required": ["code", "message"],
        **code,
    }
    for name in ("ErrorResponse", "RatelimitedResponse"):
        inner = schemas[name]["allOf"][1]
        error = schemas["Error"]
        schemas[name] = {
            "type": "object",
            "properties": {**error["properties"], **inner["properties"]},
            "required": [*error["required"], *inner.get("required", [])],
        }
    return components


def _closed(schema: Any) -> Any:
    """Objects take the properties they name and no others."""

    def close(node: dict[str, Any]) -> dict[str, Any]:
        is_object = isinstance(node.get("properties"), dict) and "type" in node
        if is_object and "additionalProperties" not in node:
            return {**node, "additionalProperties": False}
        return node

    return _mapped(schema, close)


def _lenient(requests: Any) -> Any:
    """discord.py sends some ids as integers, and permissions as texts, as Discord's documentation has it."""

    def loosen(node: dict[str, Any]) -> dict[str, Any]:
        if node.get("format") == "snowflake":
            return {"anyOf": [node, {"type": "integer"}]}
        properties = node.get("properties")
        if isinstance(properties, dict) and not _PERMISSIONS.isdisjoint(properties):
            loose = {name: {"type": ["string", "integer", "null"]} for name in _PERMISSIONS & properties.keys()}
            return {**node, "properties": {**properties, **loose}}
        return node

    return _mapped(requests, loosen)


_PERMISSIONS = frozenset({"allow", "deny", "permissions"})


def _corrected_events(definitions: dict[str, Any]) -> dict[str, Any]:
    """discord.py sends some ids as integers; media items have the ``id`` that the REST description requires of them."""
    found = copy.deepcopy(definitions)
    found["Snowflake"] = {"anyOf": [definitions["Snowflake"], {"type": "integer"}]}
    found["APIUnfurledMediaItem"]["properties"]["id"] = definitions["Snowflake"]
    return found
