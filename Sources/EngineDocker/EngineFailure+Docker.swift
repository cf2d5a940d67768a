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

    /// The same about a start, which may have found the port of the host taken, or what an engine
    /// that was killed has left behind.
    package init(starting error: DockerError, _ container: String, port: Int?) {
        guard case .refused(_, let message) = error else {
            self.init(error)
            return
        }
        if let port, message.contains("address already in use") {
            self = .portTaken(port, Self.otherProgram)
        } else if let port, Self.namesOtherContainer(message) {
            self = .portTaken(port, Self.otherContainer)
        } else if message.contains(/task .*already exists|id already in use/) {
            self = .forgotten(runOf: container)
        } else {
            self.init(error)
        }
    }

    /// By its port or by its address, which goes with the port: Docker writes that with a capital.
    private static func namesOtherContainer(_ message: String) -> Bool {
        message.contains("port is already allocated") || message.contains("Address already in use")
    }

    private static let otherProgram = "another program holds it. Stop that program."

    /// Measured on Docker 20.10.24: a daemon that is killed while it starts a container keeps the
    /// port for it when it comes back, even once that container is gone.
    private static let otherContainer = """
        the engine holds it, for another container or, if it was killed while one started, for one \
        that is no more. Remove the other container, or restart the engine: systemctl restart \
        docker. No data is lost by that.
        """

    /// Measured on Docker 20.10.24: the process may even be running, while the engine says that it
    /// has ended. To make another container beside it could give the volume two writers.
    static func forgotten(runOf container: String) -> Self {
        .failed(
            """
            The engine was killed while it started this service, and has forgotten the process, \
            which may still be writing. So nothing is started beside it. End it on the engine's \
            machine, and remove its container, so that Holdfast makes another: pkill -KILL -f \
            'containerd-shim.* -id \(container)'; docker rm \(container)
            """)
    }
}
