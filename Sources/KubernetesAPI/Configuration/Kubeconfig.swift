import FoundationEssentials
import Yams

/// One or more kubeconfig files, merged: of what two files say, the first wins.
///
/// Source: https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/
package struct Kubeconfig: Sendable {
    /// An entry, and the folder from which its relative paths are meant.
    struct Entry<Value: Sendable>: Sendable {
        var value: Value
        var folder: String
    }

    /// The files that were read, for people.
    private(set) var place: String
    private(set) var currentContext: String?
    private(set) var clusters: [String: Entry<KubeconfigFile.Cluster>] = [:]
    private(set) var users: [String: Entry<KubeconfigFile.User>] = [:]
    private(set) var contexts: [String: KubeconfigFile.Context] = [:]

    /// Reads what `KUBECONFIG` names, else `~/.kube/config`.
    package init(environment: [String: String]) throws(KubeconfigError) {
        let named = (environment["KUBECONFIG"] ?? "").split(separator: ":").map(String.init)
        let standard = "\(environment["HOME"] ?? "")/.kube/config"
        try self.init(files: named.isEmpty ? [standard] : named)
    }

    /// Reads files, of which those that are not there are passed over, as kubectl does.
    package init(files: [String]) throws(KubeconfigError) {
        let present = files.filter { FileManager.default.fileExists(atPath: $0) }
        place = (present.isEmpty ? files : present).joined(separator: ":")
        guard !present.isEmpty else {
            throw KubeconfigError(
                file: place,
                message: "there is no such file. Set KUBECONFIG to a kubeconfig, or put one there.")
        }
        for file in present { merge(try Self.read(file), from: file) }
    }

    private mutating func merge(_ more: KubeconfigFile, from file: String) {
        let folder = Self.folder(of: file)
        if let name = more.currentContext, !name.isEmpty { currentContext = currentContext ?? name }
        for named in more.clusters ?? [] where clusters[named.name] == nil {
            clusters[named.name] = named.cluster.map { Entry(value: $0, folder: folder) }
        }
        for named in more.users ?? [] where users[named.name] == nil {
            users[named.name] = named.user.map { Entry(value: $0, folder: folder) }
        }
        for named in more.contexts ?? [] where contexts[named.name] == nil {
            contexts[named.name] = named.context
        }
    }

    private static func folder(of file: String) -> String {
        let absolute =
            file.hasPrefix("/") ? file : "\(FileManager.default.currentDirectoryPath)/\(file)"
        return String(absolute[..<(absolute.lastIndex(of: "/") ?? absolute.endIndex)])
    }

    private static func read(_ file: String) throws(KubeconfigError) -> KubeconfigFile {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw KubeconfigError(
                file: file, message: "it cannot be read. Let this user read it.")
        }
        do {
            let text = String(decoding: bytes, as: UTF8.self)
            return try YAMLDecoder().decode(KubeconfigFile.self, from: text)
        } catch {
            // The library's own words could repeat a secret.
            throw KubeconfigError(
                file: file,
                message: "it is no kubeconfig\(Self.spot(error)). "
                    + "Compare it with what `kubectl config view --raw` prints.")
        }
    }

    private static func spot(_ error: any Error) -> String {
        let context: DecodingError.Context? =
            switch error as? DecodingError {
            case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?,
                .keyNotFound(_, let context)?, .dataCorrupted(let context)?:
                context
            default: nil
            }
        let path = (context?.codingPath ?? []).map { key in
            key.intValue.map { "[\($0)]" } ?? key.stringValue
        }
        return path.isEmpty ? "" : ": see \(path.joined(separator: "."))"
    }
}
