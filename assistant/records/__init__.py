"""What is kept: the log, the people and their sets, and what was released.

``store.Store`` is the only way in; it answers with the dataclasses of ``entities`` and ``steps``
and raises the errors of ``errors``. Those three modules load nothing heavy, so that a channel can
name a step or catch an error before the database library is loaded.
"""
