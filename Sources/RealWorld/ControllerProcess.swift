import Foundation
import Synchronization
package import Testing

/// A real kube-controller-manager beside the real API server: it makes pods of StatefulSets, binds
/// claims, and keeps claims that are in use. Nodes and provisioners are still to be played.
package final class ControllerProcess: Sendable {
    package let plane: ControlPlaneProcess
    /// It ends when nobody holds this any more.
    private let input: Pipe

    /// The one of this test process; it ends with it.
    package static func shared() async throws -> ControllerProcess {
        let plane = try await plane.get().whenReady()
        return try common.withLock { common in
            if let common { return common }
            let made = try ControllerProcess(beside: plane)
            common = made
            return made
        }
    }

    /// Of its own: controllers act on whatever others make.
    private static let plane = Result { try ControlPlaneProcess() }
    private static let common = Mutex<ControllerProcess?>(nil)

    private init(beside plane: ControlPlaneProcess) throws {
        self.plane = plane
        try Self.kubeconfig(of: plane).write(
            toFile: "\(plane.folder)/kubeconfig", atomically: true, encoding: .utf8)
        let process = Process()
        input = Pipe()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", Self.script]
        process.currentDirectoryURL = URL(filePath: plane.folder)
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        ControlPlaneProcess.tidyAtExit("\(plane.folder)/kubeconfig", input)
    }

    /// As `kubectl` has them.
    package static func kubeconfig(of plane: ControlPlaneProcess) -> String {
        kubeconfig(
            cluster: #"{server: "\#(plane.url)", certificate-authority: "\#(plane.authority)"}"#,
            plane)
    }

    /// The way there through a proxy.
    package static func kubeconfig(
        of plane: ControlPlaneProcess, through proxy: FaultProxy
    ) -> String {
        kubeconfig(cluster: #"{server: "\#(proxy.url)"}"#, plane)
    }

    private static func kubeconfig(cluster: String, _ plane: ControlPlaneProcess) -> String {
        """
        apiVersion: v1
        kind: Config
        current-context: test
        contexts: [{name: test, context: {cluster: test, user: admin}}]
        clusters: [{name: test, cluster: \(cluster)}]
        users: [{name: admin, user: {token: "\(plane.token)"}}]
        """
    }

    /// Without those that remove pods from nodes of which there is no object.
    private static let script = """
        "\(KubernetesPrograms.folder)/kube-controller-manager" --kubeconfig kubeconfig \
          --bind-address 127.0.0.1 --secure-port 0 --leader-elect=false \
          --service-account-private-key-file key.pem --flex-volume-plugin-dir flex \
          --controllers '*,-node-lifecycle-controller,-pod-garbage-collector-controller' \
          >controllers.log 2>&1 &
        controllers=$!
        cat >/dev/null
        kill -9 $controllers
        wait
        rm -f kubeconfig
        """
}

extension KubernetesPrograms {
    package static let hasControllers =
        isThere
        && FileManager.default.isExecutableFile(atPath: "\(folder)/kube-controller-manager")
}

extension Trait where Self == ConditionTrait {
    package static var needsControllers: Self {
        .enabled(
            if: KubernetesPrograms.hasControllers,
            """
            skipped: there is no kube-apiserver with etcd and kube-controller-manager in \
            KUBEBUILDER_ASSETS, else /usr/local/kubebuilder/bin
            """)
    }
}
