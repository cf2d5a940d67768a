import KubernetesAPI
import Testing

struct InClusterTests {
    private let environment = [
        "KUBERNETES_SERVICE_HOST": "fd00::1", "KUBERNETES_SERVICE_PORT": "443",
    ]

    @Test func aPodIsToldByItsFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("pem", to: "ca.crt")
        try folder.write("abc\n", to: "token")
        try folder.write("hf-system\n", to: "namespace")
        #expect(
            try KubernetesConfiguration.inCluster(environment: environment, folder: folder.path)
                == KubernetesConfiguration(
                    server: ServerURL(host: "fd00::1", port: 443), authorities: Array("pem".utf8),
                    credential: .tokenFile("\(folder.path)/token"), namespace: "hf-system"))
    }

    @Test func elsewhereThereIsNone() throws {
        #expect(try KubernetesConfiguration.inCluster(environment: [:]) == nil)
    }

    @Test(arguments: ["ca.crt", "token"]) func aPodWithoutAccountIsToldSo(_ only: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: only)
        let error = #expect(throws: KubeconfigError.self) {
            try KubernetesConfiguration.inCluster(environment: environment, folder: folder.path)
        }
        #expect(error?.description.contains("service account") == true)
    }
}
