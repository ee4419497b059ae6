"""Rows kept beside the record, recomputed from it: cases, papers, ratings."""

STAGES = {
    "applicationFiled": "filed",
    "applicationReceived": "received",
    "correctionNotified": "awaitingCorrection",
    "caseAccepted": "examining",
    "acceptanceDeclined": "declined",
    "licenceNotRequiredDeclared": "notRequired",
    "examinationCompleted": "deciding",
    "signatureDeclined": "examining",
    "decisionSigned": "signed",
    "decisionSealed": "sealed",
    "resultIssued": "issued",
    "decisionServed": "served",
    "caseClosed": "closed",
    "applicationWithdrawn": "withdrawn",
    "caseTerminated": "terminated",
    "caseVoided": "void",
}
UNCHANGED = {
    "breachRecorded", "returnProposed", "stepOpened", "stepClaimed", "stepReleased", "stepHandedOver", "stepCompleted",
    "stepReturned", "specialProcedureStarted", "specialProcedureEnded", "timeExtended", "decisionProposed",
    "legalityReviewed", "minutesAttached",
}
ENDED = {"declined", "notRequired", "returned", "closed", "withdrawn", "terminated", "void"}
PAPER_STATES = {"paperNumbered": "numbered", "paperSealed": "ready", "paperRevoked": "revoked"}
# Entries that name a file in a member of their body.
FILE_MEMBERS = {"paperSealed": "sha256", "minutesAttached": "file"}


def collect_files(entry, into):
    body = entry["body"]
    if not isinstance(body, dict):
        return
    member = FILE_MEMBERS.get(entry["type"])
    named = [body.get(member)] if member else []
    materials = body.get("materials")
    if isinstance(materials, list):
        named += [one["file"].get("sha256") for one in materials if isinstance(one, dict) and isinstance(one.get("file"), dict)]
    into.update(name for name in named if isinstance(name, str) and len(name) == 64)


class Projections:
    def __init__(self, findings):
        self.findings = findings
        self.made = {}
        self.revisions = {}
        self.rows = 0
        self.unknown = set()
        self.kinds = {"case": self.case, "paper": self.paper, "rating": self.rating}
        self.seen = set()

    def entry(self, name, entry):
        kind = entry["stream"].partition(":")[0]
        if kind == "case":
            self.fold_case(name, entry)
        elif kind == "paper":
            self.fold_paper(name, entry)
        elif kind == "rating":
            self.made[name] = {"level": entry["body"].get("level"), "at": entry["at"]}

    def fold_case(self, name, entry):
        type_, body = entry["type"], entry["body"]
        if type_ == "applicationFiled":
            self.made[name] = {
                "number": body.get("number"), "itemId": body.get("itemId"), "itemVersion": body.get("itemVersion"),
                "filedAt": entry["at"], "receivedAt": None, "stage": "filed",
            }
            return
        made = self.made.get(name)
        if made is None:
            return
        if type_ == "applicationReceived":
            made["receivedAt"] = entry["at"]
        if type_ in STAGES:
            made["stage"] = STAGES[type_]
        elif type_ == "correctionDelivered":
            made["stage"] = "received" if body.get("complete") else made["stage"]
        elif type_ == "returnDecided":
            made["stage"] = "returned" if body.get("agreed") else made["stage"]
        elif type_ == "versionMoved":
            made["itemVersion"] = body.get("to")
        elif type_ not in UNCHANGED:
            # A later release's entry: better not checked than a false alarm.
            self.unknown.add(type_)
            made["unsure"] = True

    def fold_paper(self, name, entry):
        made = self.made.setdefault(name, {"state": "requested", "number": None, "sha256": None})
        made["state"] = PAPER_STATES.get(entry["type"], made["state"])
        if entry["type"] == "paperNumbered":
            made["number"] = entry["body"].get("number")
        elif entry["type"] == "paperSealed":
            made["sha256"] = entry["body"].get("sha256")

    def head(self, name, revision):
        self.revisions[name] = revision

    def take(self, row):
        check = self.kinds.get(row["kind"])
        if check is None:
            return
        self.rows += 1
        check(row)

    def row(self, row, stream, wanted):
        name = (row["jurisdiction"], stream)
        self.seen.add(name)
        made = self.made.get(name)
        if made is None:
            return self.findings.add("row", "%s %s: a row that no entry made" % name)
        for member in wanted:
            if row.get(member) != made.get(member):
                self.findings.add("row", "%s %s: %s is %r, by its entries %r" % (*name, member, row.get(member), made.get(member)))
        return made

    def case(self, row):
        stream = "case:%s" % row["caseId"]
        made = self.row(row, stream, ("number", "itemId", "itemVersion", "filedAt", "receivedAt"))
        if made is None:
            return
        name = (row["jurisdiction"], stream)
        if row["revision"] != self.revisions.get(name):
            self.findings.add("row", "%s %s: the row stands at #%s, the record at #%s" % (*name, row["revision"], self.revisions.get(name)))
        if made.get("unsure"):
            return
        if (row["stage"], row["open"]) != (made["stage"], made["stage"] not in ENDED):
            self.findings.add("row", "%s %s: stage is %s, by its entries %s" % (*name, row["stage"], made["stage"]))

    def paper(self, row):
        if row["state"] in ("requested", "failed"):
            return
        stream = "paper:%s" % row["paperId"]
        self.row(row, stream, ("state", "number", "sha256") if row["number"] is not None else ("state", "sha256"))

    def rating(self, row):
        self.row(row, "rating:%s" % row["caseId"], ("level", "at"))

    def finish(self):
        if self.unknown:
            self.findings.note("stages were not checked where entries are of an unknown kind: %s" % ", ".join(sorted(self.unknown)))
        if not self.rows:
            return
        for name in self.made:
            if name not in self.seen:
                self.findings.add("row", "%s %s: its row is missing" % name)
