import Foundation
import KubernetesAPI
import Testing

struct KubeconfigMergingTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ name: String, current: String, server: String, context: String) throws {
        try folder.write(
            """
            current-context: "\(current)"
            contexts: [{name: \(context), context: {cluster: c}}]
            clusters: [{name: c, cluster: {server: "\(server)"}}]
            """, to: name)
    }

    private func files(_ names: String...) -> [String: String] {
        ["KUBECONFIG": names.map { "\(folder.path)/\($0)" }.joined(separator: ":")]
    }

    @Test func theFirstToSayAThingWins() throws {
        try write("1", current: "", server: "https://first", context: "a")
        try write("2", current: "b", server: "https://second", context: "b")
        try write("3", current: "a", server: "https://third", context: "a")
        let merged = try Kubeconfig(environment: files("absent", "1", "2", "3"))
        // The context is the second's, and its cluster the first's.
        #expect(try merged.configuration().server.host == "first")
        let other = try Kubeconfig(environment: files("2", "1"))
        #expect(try other.configuration(context: "a").server.host == "second")
    }

    @Test func homeIsWhereItIsLookedElse() throws {
        try write(".kube/config", current: "a", server: "https://home", context: "a")
        for value in [nil, "", ":"] {
            let environment = ["HOME": folder.path, "KUBECONFIG": value].compactMapValues(\.self)
            #expect(
                try Kubeconfig(environment: environment).configuration().server.host == "home")
        }
    }

    @Test func absentFilesAreNamed() {
        let error = #expect(throws: KubeconfigError.self) {
            try Kubeconfig(environment: files("x", "y"))
        }
        #expect(error?.file == "\(folder.path)/x:\(folder.path)/y")
        #expect(error?.description.contains("Set KUBECONFIG") == true)
    }

    @Test func contextsToChooseFromAreNamed() throws {
        try write("1", current: "", server: "https://first", context: "a")
        let config = try Kubeconfig(environment: files("1"))
        for name in [nil, "other"] {
            let error = #expect(throws: KubeconfigError.self) {
                try config.configuration(context: name)
            }
            #expect(error?.message.contains("“a”") == true)
            #expect(error?.context == name)
        }
    }

    @Test func whatDoesNotFitTogetherIsTold() throws {
        try folder.write(
            """
            contexts:
            - {name: a, context: {cluster: missing}}
            - {name: b, context: {cluster: c, user: nobody}}
            clusters: [{name: c, cluster: {server: "https://a"}}]
            """, to: "1")
        let config = try Kubeconfig(environment: files("1"))
        for (context, name) in [("a", "missing"), ("b", "nobody")] {
            let error = #expect(throws: KubeconfigError.self) {
                try config.configuration(context: context)
            }
            #expect(error?.message.contains("“\(name)”") == true)
        }
    }
}
