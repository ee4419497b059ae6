"""What witnesses kept: single notes or folders of them."""
import os

from .notes import Note


def read(paths, findings):
    found = []
    for path in paths:
        if not os.path.exists(path):
            findings.add("unreadable", "no such witness: %s" % path)
        for file in sorted(_files(path)):
            with open(file, encoding="utf-8") as text:
                try:
                    found.append(Note(_as_signed(text.read()), file))
                except ValueError as error:
                    findings.add("witness_note", str(error))
    if paths and not found:
        findings.add("unreadable", "no note at the witness: %s" % ", ".join(paths))
    return found


def _as_signed(text):
    """What was scanned from a printed sheet or pasted from a mail may have other line breaks, or none at its end."""
    return "\n".join(line.rstrip() for line in text.replace("\ufeff", "").strip().splitlines()) + "\n"


def _files(path):
    if os.path.isfile(path):
        return [path]
    return [os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names if name.endswith(".note")]
