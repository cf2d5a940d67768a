import ArgumentParser
import Wire

/// `holdfast admin whereabouts`
struct WhereaboutsCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "whereabouts", abstract: "Show where a volume's bytes are.",
        discussion: """
            Where somebody has removed a PersistentVolume, its manifest makes it anew, for the \
            same volume, around the bytes as they are:

              holdfast admin whereabouts --manifest VOLUME | kubectl create -f -
            """)

    @Argument(help: "The volume's id, or its name at the engine.")
    var volume: String

    @Flag(help: "Show nothing but the manifest, for kubectl.")
    var manifest = false

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let whereabouts: Answer<WhereaboutsReply> = try await desk.api.get(
            "admin/volumes/\(volume.escaped)/whereabouts", [])
        guard manifest else {
            return try desk.show(whereabouts) { RecordText.whereabouts($0, desk.paint) }
        }
        guard let text = whereabouts.value.manifest else {
            throw Failure.refused(
                "Nothing is known of \(whereabouts.value.claim) by which it could be made anew.")
        }
        desk.terminal.writeLine(text)
    }
}
