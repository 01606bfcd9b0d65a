"""Judges answers by the rules of a grader: judge.py GRADER.py < pairs.

Each line of standard input is a JSON array of a case and an answer; each line of standard output says what is wrong with
that answer, and is empty where nothing is.
"""
import importlib.util
import json
import sys

spec = importlib.util.spec_from_file_location("grader", sys.argv[1])
grader = importlib.util.module_from_spec(spec)
sys.dont_write_bytecode = True
spec.loader.exec_module(grader)
for line in sys.stdin:
    case, answer = json.loads(line)
    print("; ".join(grader.judge(case, answer)).replace("\n", " "))
