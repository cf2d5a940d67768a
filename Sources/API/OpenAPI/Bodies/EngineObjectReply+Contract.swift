import Domain
import Wire

extension EngineObjectReply: Documented {
    static let about = "Something that the engine has just been seen to have."

    static let notes: [String: Note] = [
        "kind": .oneOf(EngineObject.Kind.self, "A volume, or a container."),
        "name": "The name that the engine has for it.",
        "uid": "What tells it from any other that ever bore its name.",
        "instanceId": "Of the instance that it says it belongs to.",
        "mayWrite": "Whether a process in it may be writing.",
    ]

    static let example = EngineObjectReply(
        kind: "workload", name: "hf-3f8k2m-\(Example.instance)", uid: "9f8e7d6c",
        instanceId: Example.instanceID, mayWrite: true)
}
