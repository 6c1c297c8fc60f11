/** Another program listens on the port; the caller says which setting chooses another. */
export class PortBusy extends Error {
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} is in use.`);
    this.name = "PortBusy";
    this.port = port;
  }
}
