/** The socket inside the client, as far as we watch it. */
export interface Socket {
  readyState: number;
  on(event: 'message' | 'pong' | 'close', listener: () => void): void;
  ping(): void;
  close(): void;
  terminate(): void;
}

export function isOpen(socket: Socket | undefined): boolean {
  return socket?.readyState === 1;
}

/** Resolves when the connection is gone; one that no longer answers pings is cut. */
export function watch(socket: Socket, heartbeat: number): Promise<void> {
  let alive = true;
  const seen = () => {
    alive = true;
  };
  socket.on('message', seen);
  socket.on('pong', seen);
  return new Promise((resolve) => {
    const beat = setInterval(() => {
      if (!alive) return socket.terminate();
      alive = false;
      socket.ping();
    }, heartbeat);
    const gone = () => {
      clearInterval(beat);
      resolve();
    };
    socket.on('close', gone);
    if (!isOpen(socket)) gone();
  });
}

/** Closes the connection politely, then for good. */
export function hangUp(socket: Socket): void {
  socket.close();
  // A peer that never answers the close would keep the process alive for half a minute.
  setTimeout(() => socket.terminate(), 500).unref();
}
