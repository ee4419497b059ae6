"""What was found not to be in order, and what could not be checked."""


class Findings:
    MOST = 200

    def __init__(self):
        self.all = []
        self.more = 0
        self.notes = []

    def add(self, code, words):
        if len(self.all) < self.MOST:
            self.all.append((code, words))
        else:
            self.more += 1

    def note(self, words):
        self.notes.append(words)

    def none(self):
        return not self.all
