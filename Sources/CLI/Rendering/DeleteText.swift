import Wire

/// What a deletion will do, said before it is confirmed, and how to take it back.
enum DeleteText {
    static func warning(_ one: SubscriptionReply, _ paint: Paint) -> String {
        let kept = one.instance.volumes.filter { $0.state != "destroyed" }
        let name = one.instance.name
        let volumes = kept.map { volume in
            "  \(volume.name): \(volume.volumeSize) at \(volume.volumeMountPath), "
                + "claim \(volume.volumeClaimName)"
        }
        let lines =
            [
                "\(paint.bold(name)) (\(one.service) \(one.variant)) is removed, and "
                    + paint.red("all its data") + " is given up:", "",
            ] + volumes + [
                "",
                "It is kept for the server's undo window. Until then “holdfast undo-delete "
                    + "\(name)” brings it back; then it is destroyed.",
            ]
        return lines.joined(separator: "\n")
    }

    static func undo(_ one: SubscriptionReply, _ paint: Paint) -> String {
        let until = one.instance.volumes.filter { $0.state == "retired" }.compactMap(\.keptUntil)
            .max()
        let name = one.instance.name
        guard let until else { return "\(name) has no data that is kept." }
        return "The data is kept until \(paint.yellow(Moment.text(until))). To have it back: "
            + "holdfast undo-delete \(name)"
    }
}
