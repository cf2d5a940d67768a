import EngineKubernetes
import Testing

/// What is written on objects may never change.
struct LabelTests {
    @Test func allAreOfOneFamily() {
        let names = [
            Label.install, Label.instance, Label.customer, Label.volume, Label.generation,
            Label.claim,
        ]
        #expect(names.allSatisfy { $0.hasPrefix("holdfast/") } && Set(names).count == names.count)
    }
}
