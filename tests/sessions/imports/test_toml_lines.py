"""Lines of keys in TOML."""

from sessions.imports.toml_lines import find_lines, line_of

TEXT = '''\
title = "a"            # line 1
"quoted key" = 1
a.b = 2

[table]                # 5
text = """
[not.a.table]
key = "not a key"
"""
list = [
  "x", # ]
  "[[session]]",
]
after = '[' # 14

[table.inside]
key = 1

[[session]]            # 19
one = { two = 2, three = [1,
  2] }

[[session]]            # 23
start = 1
[session.venue]
name = "x"
[[session.speaker]]    # 27
name = "y"
[[session.speaker]]
name = "z"
'''


def test_tables_keys_and_repeated_tables_are_found_and_strings_and_lists_are_passed_over() -> None:
    assert find_lines(TEXT) == {
        ("title",): 1,
        ("quoted key",): 2,
        ("a", "b"): 3,
        ("table",): 5,
        ("table", "text"): 6,
        ("table", "list"): 10,
        ("table", "after"): 14,
        ("table", "inside"): 16,
        ("table", "inside", "key"): 17,
        ("session", 0): 19,
        ("session", 0, "one"): 20,
        ("session", 1): 23,
        ("session", 1, "start"): 24,
        ("session", 1, "venue"): 25,
        ("session", 1, "venue", "name"): 26,
        ("session", 1, "speaker", 0): 27,
        ("session", 1, "speaker", 0, "name"): 28,
        ("session", 1, "speaker", 1): 29,
        ("session", 1, "speaker", 1, "name"): 30,
    }


def test_what_has_no_line_of_its_own_has_the_line_of_what_is_around_it() -> None:
    lines = find_lines(TEXT)
    assert [line_of(path, lines) for path in [("session", 0, "one", "two"), ("session", 1, "end"), ("nothing",)]] == [
        20,
        23,
        None,
    ]
