import Wire

/// Updates and the way back, as people read them.
enum UpdateText {
    /// What is new in the catalog, and how to have it.
    static func offer(_ one: SubscriptionReply) -> String? {
        one.updateAvailable.map { update in
            let isImage = update.fromImage != update.toImage
            let what = isImage ? "\(update.fromImage) → \(update.toImage)" : "definition changed"
            let advice = update.obstacle ?? "To have it: holdfast update \(one.instance.name)"
            return "\(what) (\(update.changes.joined(separator: ", "))). \(advice)"
        }
    }

    /// What a rollback cannot give back, said before it is begun.
    static func caution(_ one: SubscriptionReply) -> String? {
        one.previousImage.map { image in
            """
            \(one.instance.name.printable) goes back to \(image.printable). Its data stays as it \
            is: what a newer version has converted, an older one may not be able to read. Then \
            “holdfast rollback \(one.instance.name.printable)” goes forward again.
            """
        }
    }
}
