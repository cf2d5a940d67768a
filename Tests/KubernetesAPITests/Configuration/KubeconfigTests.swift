import Foundation
import KubernetesAPI
import Testing
import Wire

struct KubeconfigTests {
    /// A kubeconfig of one context, whose user and cluster say what a test wants of them.
    static func text(
        user: String = "{token: abc}", cluster: String = "server: https://a:1"
    ) -> String {
        """
        apiVersion: v1
        kind: Config
        current-context: one
        contexts: [{name: one, context: {cluster: c, user: u, namespace: hf}}]
        clusters: [{name: c, cluster: {\(cluster)}}]
        users: [{name: u, user: \(user)}]
        """
    }

    private func read(_ text: String) throws -> KubernetesConfiguration {
        let folder = try TemporaryFolder()
        return try Kubeconfig(files: [folder.write(text, to: "config")]).configuration()
    }

    private func refusal(_ text: String) -> String {
        let error = #expect(throws: KubeconfigError.self) { try read(text) }
        return error.map(\.description) ?? ""
    }

    @Test func allThatIsSaidIsRead() throws {
        let cluster = """
            server: "https://a:1", tls-server-name: b, \
            certificate-authority-data: \(Data("pem".utf8).base64EncodedString())
            """
        #expect(
            try read(Self.text(cluster: cluster))
                == KubernetesConfiguration(
                    server: ServerURL(host: "a", port: 1), authorities: Array("pem".utf8),
                    tlsServerName: "b", credential: .token("abc"), namespace: "hf"))
    }

    @Test func unsaidThingsHaveTheirDefaults() throws {
        let text = """
            current-context: one
            contexts: [{name: one, context: {cluster: c}}]
            clusters: [{name: c, cluster: {server: "https://a"}}]
            users: null
            """
        #expect(
            try read(text)
                == KubernetesConfiguration(server: ServerURL(host: "a", port: 443)))
    }

    @Test func verificationIsSkippedOnlyWhenAsked() throws {
        let cluster = "server: https://a, insecure-skip-tls-verify: true"
        #expect(try read(Self.text(cluster: cluster)).skipsVerification)
        #expect(try !read(Self.text()).skipsVerification)
        let both = cluster + ", certificate-authority-data: cGVt"
        #expect(refusal(Self.text(cluster: both)).contains("insecure-skip-tls-verify"))
    }

    @Test func relativePathsAreMeantFromTheirOwnFile() throws {
        let folder = try TemporaryFolder()
        try folder.write("ca", to: "two/ca.crt")
        try folder.write("chain", to: "two/cert")
        try folder.write("key", to: "two/key")
        let text = Self.text(
            user: "{client-certificate: cert, client-key: key}",
            cluster: "server: https://a:1, certificate-authority: ca.crt")
        let file = try folder.write(text, to: "two/config")
        let read = try Kubeconfig(files: [file]).configuration()
        #expect(read.authorities == Array("ca".utf8))
        let certificate = ClientCertificate(chain: Array("chain".utf8), key: Array("key".utf8))
        #expect(read.credential == .certificate(certificate))
    }

    @Test func aTokensFileGoesBeforeTheToken() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            Self.text(user: "{token: old, tokenFile: token}"), to: "config")
        let read = try Kubeconfig(files: [file]).configuration()
        #expect(read.credential == .tokenFile("\(folder.path)/token"))
    }

    @Test func aPluginIsReadAndToldOfTheCluster() throws {
        let folder = try TemporaryFolder()
        let exec = """
            {exec: {apiVersion: client.authentication.k8s.io/v1, command: ./bin/login, \
            args: [-x], env: [{name: A, value: b}], provideClusterInfo: true, \
            interactiveMode: IfAvailable, installHint: Get it.}}
            """
        let cluster = """
            server: https://a:1, certificate-authority-data: cGVt, extensions: \
            [{name: client.authentication.k8s.io/exec, extension: {audience: x}}]
            """
        let file = try folder.write(Self.text(user: exec, cluster: cluster), to: "config")
        let plugin = ExecPlugin(
            apiVersion: "client.authentication.k8s.io/v1", command: "\(folder.path)/./bin/login",
            arguments: ["-x"], environment: ["A": "b"],
            cluster: [
                "server": "https://a:1", "certificate-authority-data": "cGVt",
                "config": ["audience": "x"],
            ], installHint: "Get it.")
        #expect(try Kubeconfig(files: [file]).configuration().credential == .exec(plugin))
    }

    @Test(arguments: [
        ("{auth-provider: {name: gcp}}", "exec plugin"),
        ("{username: me, password: hunter2}", "Use a token"),
        ("{as: admin, token: hunter2}", "service account"),
        ("{token: hunter2, client-certificate-data: cGVt, client-key-data: cGVt}", "Keep one"),
        ("{client-certificate-data: cGVt}", "client-key"),
        ("{client-certificate-data: '*', client-key-data: cGVt}", "base64"),
        ("{client-certificate: /nowhere, client-key-data: cGVt}", "/nowhere"),
        ("{exec: {apiVersion: v0, command: a}}", "client.authentication.k8s.io/v1"),
        ("{exec: {apiVersion: client.authentication.k8s.io/v1}}", "no command"),
        (
            "{exec: {apiVersion: client.authentication.k8s.io/v1, command: a, "
                + "interactiveMode: Always}}", "interactiveMode"
        ),
        ("{token: [hunter2]}", "users.[0].user.token"),
    ])
    func whatIsNotSupportedIsRefusedWithAdvice(_ user: String, _ words: String) {
        let told = refusal(Self.text(user: user))
        #expect(told.contains(words), "\(told)")
        #expect(!told.contains("hunter2"))
    }

    @Test(arguments: [
        ("server: a", "https://host:port"), ("server: https://a, proxy-url: http://p", "proxy-url"),
    ])
    func serversThatCannotBeReachedAreRefused(_ cluster: String, _ words: String) {
        #expect(refusal(Self.text(cluster: cluster)).contains(words))
    }
}
