package import DockerAPI
package import Domain

extension EngineFailure {
    /// What to do next about an error of the API, where nothing more is known.
    package init(_ error: DockerError) {
        switch error {
        case .unreachable(let why): self = .unreachable(why)
        case .cancelled: self = .stale("The request was given up before it was answered.")
        case .broken: self = .failed("\(error)")
        case .refused(400, let message): self = .impossible(message)
        case .refused(404, let message), .refused(409, let message): self = .stale(message)
        case .refused(_, let message): self = .failed(message)
        }
    }

    /// The same about a start, which may have found the port of the host taken.
    package init(starting error: DockerError, port: Int?) {
        guard case .refused(_, let message) = error, let port, Self.namesTakenPort(message) else {
            self.init(error)
            return
        }
        self = .portTaken(port, message)
    }

    private static func namesTakenPort(_ message: String) -> Bool {
        message.contains("port is already allocated") || message.contains("address already in use")
    }
}
