import KubernetesAPI
import Testing

struct ResourceKindTests {
    @Test func theCoreGroupHasNoName() {
        #expect(ResourceKind.pod.apiVersion == "v1")
        #expect(ResourceKind.statefulSet.apiVersion == "apps/v1")
    }

    @Test func anObjectIsNamedForPeople() {
        #expect("\(ResourceName(.statefulSet, "blog", in: "hf-a"))" == "StatefulSet hf-a/blog")
        #expect("\(ResourceName(.node, "one"))" == "Node one")
    }
}
