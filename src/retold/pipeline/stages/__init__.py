"""The stages of a run, each from tables to tables.

Every stage works only what is new: articles without sentences, candidates without a score, reports whose articles
changed. A stage that is killed before its commit is worked again, one that is killed after it is not.
"""
