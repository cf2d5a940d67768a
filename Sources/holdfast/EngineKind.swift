import ArgumentParser

/// Where services run, on the command line.
enum EngineKind: String, CaseIterable, ExpressibleByArgument {
    /// Docker, or Podman behind Docker's API, on one machine.
    case docker
    case kubernetes

    /// How many services are worked on at once. A cluster does most of the work elsewhere, and its
    /// API server lets each reader wait while others write.
    var workers: Int {
        switch self {
        case .docker: 8
        case .kubernetes: 32
        }
    }
}
