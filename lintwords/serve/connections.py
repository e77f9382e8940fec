"""Connections whose request has not come in yet: each has an end, and the oldest makes room.

Who sends a letter every few seconds would else hold a connection for as long as it likes, and a
few dozen of them would keep everybody out.
"""

from __future__ import annotations

import contextlib
import socket
import time
from threading import Lock
from typing import Any


class TimedBytes(socket.SocketIO):
    """The bytes of a connection, which must have come in when their time is over."""

    def __init__(self, connection: socket.socket) -> None:
        super().__init__(connection, "r")
        self._connection, self._until = connection, 0.0

    def begin(self, seconds: float) -> None:
        """What is read from now on must have come in after so many seconds."""
        self._until = time.monotonic() + seconds

    def readinto(self, buffer: Any) -> int | None:
        """Read what has come. Raises TimeoutError."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        return super().readinto(buffer)


class Waiting:
    """The connections that wait for the rest of a request, the oldest first."""

    def __init__(self) -> None:
        self._lock, self._open = Lock(), dict[socket.socket, None]()

    def add(self, connection: socket.socket) -> None:
        """A request is to come in here."""
        with self._lock:
            self._open[connection] = None

    def take(self, connection: socket.socket) -> None:
        """It has come in, or never will."""
        with self._lock:
            self._open.pop(connection, None)

    def drop_oldest(self) -> bool:
        """End the connection that has waited for longest; whether there was one."""
        with self._lock:
            oldest = next(iter(self._open), None)
            if oldest is None:
                return False
            del self._open[oldest]
            with contextlib.suppress(OSError):
                oldest.shutdown(socket.SHUT_RDWR)
            return True
