import KubernetesAPI
import Testing

struct ServerURLTests {
    @Test(arguments: [
        ("https://a.example", "https://a.example:443"),
        ("http://a.example/", "http://a.example:80"),
        ("HTTPS://[::1]:6443", "https://[::1]:6443"),
        (
            "https://rancher.example/k8s/clusters/c-1/",
            "https://rancher.example:443/k8s/clusters/c-1"
        ),
    ])
    func placesAreRead(_ text: String, _ whole: String) {
        #expect(ServerURL(text)?.description == whole)
    }

    @Test(arguments: [
        "", "a.example:6443", "ftp://a.example", "https://", "https://a.example:0",
        "https://a.example:65536", "https://a.example:99999999999999999999", "https://a b",
        "https://user@a.example", "https://a.example/x?y",
    ])
    func whatIsNoPlaceIsRefused(_ text: String) { #expect(ServerURL(text) == nil) }
}
