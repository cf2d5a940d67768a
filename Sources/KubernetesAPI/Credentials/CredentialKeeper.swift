import Domain
import FoundationEssentials

/// Has a fresh proof at hand of who this program is.
actor CredentialKeeper {
    private let credential: KubernetesCredential
    private let clock: any WallClock
    /// What a plugin has told, and until when it is good.
    private var kept: ExecAnswer?
    private var isRunning = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ credential: KubernetesCredential, clock: any WallClock) {
        self.credential = credential
        self.clock = clock
    }

    func proof() async throws(KubernetesError) -> Proof {
        switch credential {
        case .none: return Proof()
        case .certificate(let certificate): return Proof(certificate: certificate)
        case .token(let token): return Proof(token: token)
        // Read each time: it is short, and whoever keeps it fresh tells nobody.
        case .tokenFile(let path): return Proof(token: try Self.token(in: path))
        case .exec(let plugin): return try await told(by: plugin)
        }
    }

    /// Another proof after one was refused; `nil` where there is no other.
    func proof(after refused: Proof) async throws(KubernetesError) -> Proof? {
        if kept?.proof == refused { kept = nil }
        let next = try await proof()
        if case .exec = credential { return next }
        return next == refused ? nil : next
    }

    private static func token(in path: String) throws(KubernetesError) -> String {
        let bytes = FileManager.default.contents(atPath: path) ?? Data()
        let token = String(decoding: bytes, as: UTF8.self).trimmed
        guard !token.isEmpty else {
            throw .unreachable(
                "\(path) cannot be read, or holds no token. Let this user read it; in a pod, "
                    + "leave automountServiceAccountToken on.")
        }
        return token
    }

    /// Runs the plugin for one caller; the others wait for what it tells.
    private func told(by plugin: ExecPlugin) async throws(KubernetesError) -> Proof {
        while isRunning { await withCheckedContinuation { waiting.append($0) } }
        if let kept, kept.isGood(at: clock.now()) { return kept.proof }
        isRunning = true
        defer {
            isRunning = false
            for continuation in waiting { continuation.resume() }
            waiting = []
        }
        let answer = try await plugin.run(clock: clock)
        kept = answer
        return answer.proof
    }
}
