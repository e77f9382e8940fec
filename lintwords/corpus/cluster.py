"""The same partitions on a Dask cluster that is there already. Needs the extra `cluster`.

Its workers see the sources and the folder of the run under the same names, and have the same
lintwords. A worker that is lost costs the partition that it had; the cluster gives it to another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lintwords.corpus.job import Job, Partition
from lintwords.corpus.part import Done, finish
from lintwords.errors import LintwordsError, install
from lintwords.interface import say

_RETRIES = 2
_AHEAD = 4  # partitions a thread of the cluster that are sent at once


def finished(job: Job, partitions: Sequence[Partition], address: str) -> Iterator[Done]:
    """Finish all, in any order, on the cluster whose scheduler is at `address`."""
    distributed = _library()
    try:
        client = distributed.Client(address, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as trouble:
        hint = say("{value}. An address is as tcp://host:8786.", value=str(trouble).rstrip('.'))
        raise LintwordsError(
            say("cannot reach a scheduler at {address}", address=address), hint,
        ) from trouble
    with client:
        waiting = iter(partitions)
        most = _AHEAD * max(1, sum(client.nthreads().values()))
        futures = distributed.as_completed(
            _sent(client, job, waiting, most), loop=client.loop
        )
        for future in futures:
            yield future.result()
            future.release()
            for one in _sent(client, job, waiting, 1):
                futures.add(one)


def _sent(client: Any, job: Job, waiting: Iterator[Partition], number: int) -> list[Any]:
    wanted = (one for _, one in zip(range(number), waiting, strict=False))
    return [client.submit(finish, job, one, pure=False, retries=_RETRIES) for one in wanted]


def _library() -> Any:
    try:
        import distributed
    except ImportError as trouble:
        problem = say("cannot ask a cluster: dask is not installed")
        raise LintwordsError(problem, install("cluster")) from trouble
    return distributed
