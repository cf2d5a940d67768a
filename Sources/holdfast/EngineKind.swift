import ArgumentParser

/// Where services run, on the command line.
enum EngineKind: String, CaseIterable, ExpressibleByArgument {
    /// Docker, or Podman behind Docker's API, on one machine.
    case docker
    case kubernetes
}
