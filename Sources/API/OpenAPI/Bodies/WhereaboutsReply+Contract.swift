import Wire

extension WhereaboutsReply: Documented {
    static let about = "Where a volume's bytes are, as the engine last told it."

    static let notes: [String: Note] = [
        "volumeId": "The volume's id.", "claim": "Its name at the engine.",
        "place": "In words; absent where the engine does not tell.",
        "doubt": "Why nobody could see whether they are destroyed.",
        "manifest": "A PersistentVolume, in JSON, that makes them reachable again.",
    ]

    static let example = WhereaboutsReply(
        volumeId: Example.volume, claim: Example.claim, place: "/srv/pvc-1 on node n1",
        doubt: "node n1, where they lie, is not in the cluster",
        manifest: #"{"apiVersion":"v1","kind":"PersistentVolume"}"#)
}
