import Domain
import FoundationEssentials
import Subprocess
import Wire

extension ExecPlugin {
    private enum Ending: Sendable {
        case ended(TerminationStatus, output: String, complaint: String)
        case broken(String)
        case tookTooLong
        case cancelled
    }

    /// Runs the plugin, which is killed if it is not done in time or the task is cancelled.
    func run(
        within limit: Duration = .seconds(60), clock: any WallClock
    ) async throws(KubernetesError) -> ExecAnswer {
        let ending = await withTaskGroup(of: Ending.self) { group in
            group.addTask { await runToItsEnd() }
            group.addTask {
                do { try await clock.sleep(for: limit) } catch { return .cancelled }
                return .tookTooLong
            }
            let first = await group.next() ?? .cancelled
            group.cancelAll()
            return first
        }
        if Task.isCancelled { throw .cancelled }
        return try read(ending)
    }

    private func read(_ ending: Ending) throws(KubernetesError) -> ExecAnswer {
        switch ending {
        case .ended(.exited(0), let output, _):
            guard let answer = ExecAnswer(output, apiVersion: apiVersion) else {
                throw failure("it printed no ExecCredential of \(apiVersion) that is complete.")
            }
            return answer
        case .ended(let status, _, let complaint):
            throw failure("\(status): \(complaint.trimmed.prefix(300))")
        case .broken(let why): throw failure(why)
        case .tookTooLong: throw failure("it took too long.")
        case .cancelled: throw .cancelled
        }
    }

    private func failure(_ why: String) -> KubernetesError {
        let advice = installHint.map { " \($0.trimmed)" } ?? " Run it by hand to see why."
        return .unreachable("The credential plugin \(command) failed: \(why)\(advice)")
    }

    private func runToItsEnd() async -> Ending {
        guard let output = ProgramOutput(), let complaints = ProgramOutput() else {
            return .broken("too many files are open.")
        }
        do {
            let ended = try await Subprocess.run(
                executable, arguments: Arguments(arguments), environment: told,
                output: .fileDescriptor(
                    .init(rawValue: output.far), closeAfterSpawningProcess: false),
                error: .fileDescriptor(
                    .init(rawValue: complaints.far), closeAfterSpawningProcess: false))
            return .ended(
                ended.terminationStatus, output: output.drain(), complaint: complaints.drain())
        } catch is CancellationError {
            return .cancelled
        } catch {
            return .broken("\(error).")
        }
    }

    private var executable: Executable {
        command.contains("/") ? .path(.init(command)) : .name(command)
    }

    private var told: Subprocess.Environment {
        var added: [Subprocess.Environment.Key: String?] = [:]
        for (name, value) in environment {
            if let key = Subprocess.Environment.Key(rawValue: name) { added[key] = value }
        }
        added["KUBERNETES_EXEC_INFO"] = information
        return .inherit.updating(added)
    }

    /// The `ExecCredential` that a plugin is given.
    private var information: String {
        var spec: JSONValue = ["interactive": false]
        if let cluster { spec["cluster"] = cluster }
        let credential: JSONValue = [
            "apiVersion": .string(apiVersion), "kind": "ExecCredential", "spec": spec,
        ]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Its numbers come from JSON, so it can be written as such.
        let json = (try? encoder.encode(credential)) ?? Data()
        return String(decoding: json, as: UTF8.self)
    }
}
