import Domain
import KubernetesAPI

extension EngineFailure {
    /// What to do next about an error of the API, where nothing more is known.
    ///
    /// Sources: https://kubernetes.io/docs/reference/using-api/api-concepts/ and
    /// https://github.com/kubernetes/apimachinery/blob/master/pkg/apis/meta/v1/types.go
    init(_ error: KubernetesError) {
        switch error {
        case .unreachable(let why): self = .unreachable(why)
        case .cancelled: self = .stale("The request was given up before it was answered.")
        case .impossible(let why): self = .impossible(why)
        case .broken: self = .failed("\(error)")
        case .refused(let status): self.init(status, "\(error)")
        }
    }

    private init(_ status: StatusAnswer, _ words: String) {
        switch (status.code, status.reason) {
        // Whoever wrote in between is looked at first.
        case (404, _), (409, _): self = .stale(words)
        // A wrong uid is not told as a conflict: “field is immutable”.
        case (422, _) where status.isAboutIdentity: self = .stale(words)
        case (403, _) where status.isPassing: self = .failed(words)
        case (403, "Forbidden") where status.isAboutRights:
            self = .failed(
                "\(words) Give Holdfast's account the right, or look at holdfast doctor.")
        case (400, _), (422, _): self = .impossible(words)
        default: self = .failed(words)
        }
    }

    /// The same about a service's port.
    init(opening error: KubernetesError, port: Int) {
        guard case .refused(let status) = error, status.code == 422,
            "\(error)".contains("provided port is already allocated")
        else {
            self.init(error)
            return
        }
        self = .portTaken(port, "another service of the cluster holds it.")
    }
}

extension StatusAnswer {
    fileprivate var isAboutIdentity: Bool {
        (details?.causes ?? []).contains { $0.field == "metadata.uid" }
    }

    /// A quota may be raised, a namespace's end comes to an end.
    fileprivate var isPassing: Bool {
        (message ?? "").contains("exceeded quota")
            || (details?.causes ?? []).contains { $0.reason == "NamespaceTerminating" }
    }

    fileprivate var isAboutRights: Bool { (message ?? "").contains(" cannot ") }
}
