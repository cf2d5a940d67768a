import Wire

/// What a reset will do, said before it is confirmed.
enum ResetText {
    static func warning(_ one: SubscriptionReply, _ paint: Paint) -> String {
        let attached = one.instance.volumes.filter { $0.state == "attached" }
        let retired = one.instance.volumes.filter { $0.state == "retired" }
        let name = one.instance.name
        var lines = [
            "\(paint.bold(name)) (\(one.service) \(one.variant)) stops, and starts again with "
                + paint.red("empty data") + ".", "", "Set aside:",
        ]
        lines += attached.map { volume in
            "  \(volume.name): \(volume.volumeSize) at \(volume.volumeMountPath), "
                + "claim \(volume.volumeClaimName)"
        }
        lines += [
            "", "It is kept for the server's undo window, whose end is shown once the reset has",
            "begun. Until then “holdfast undo-reset \(name)” brings it back; then it is destroyed.",
        ]
        lines += retired.map { volume in
            "Already set aside: \(volume.volumeClaimName), "
                + "until \(Moment.text(volume.keptUntil))."
        }
        return lines.joined(separator: "\n")
    }
}
