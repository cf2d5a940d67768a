import EngineKubernetes
import Testing
import Wire

/// Whether what is there is as it was asked for.
struct CoveringTests {
    @Test func whatIsNotAskedForMayBeAsItLikes() {
        let wish: JSONValue = ["a": ["b": 1], "c": [["d": "x"]]]
        let live: JSONValue = ["a": ["b": 1, "z": 2], "c": [["d": "x", "y": true]], "e": 9]
        #expect(wish.differences(in: live) == [])
    }

    @Test func whatDiffersIsNamed() {
        let wish: JSONValue = ["a": ["b": 1], "c": [["d": "x"]], "n": "here"]
        let live: JSONValue = ["a": ["b": 2], "c": [["d": "y"]]]
        #expect(wish.differences(in: live) == ["a.b", "c.0.d", "n"])
    }

    @Test func anArrayIsWhole() {
        #expect(JSONValue.array(["a"]).differences(in: ["a", "b"], at: "args") == ["args"])
        #expect(JSONValue.array(["a", "b"]).differences(in: ["b", "a"]) == ["0", "1"])
    }
}
