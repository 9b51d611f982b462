using Workerd = import "/workerd/workerd.capnp";

# The suite as a worker that can reach only this machine.
const config :Workerd.Config = (
  services = [
    (name = "suite", worker = (
      modules = [(name = "worker.js", esModule = embed "/worker.js")],
      compatibilityDate = "2026-10-23",
      globalOutbound = "loopback",
    )),
    (name = "loopback", network = (allow = ["127.0.0.1/32"])),
  ],
);
