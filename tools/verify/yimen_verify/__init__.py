"""The parts of verify.py."""
