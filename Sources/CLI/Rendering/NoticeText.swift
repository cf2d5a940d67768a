import Wire

/// Notices, as people read them.
enum NoticeText {
    static func list(_ notices: [NoticeReply], _ paint: Paint) -> String {
        guard !notices.isEmpty else { return "No notices." }
        return Table(
            ["ID", "WRITTEN AT", "KIND", "TO", "STATE", "TRIES", "WHY NOT YET"],
            notices.map { notice in
                [
                    notice.id, Moment.text(notice.createdAt), notice.kind,
                    notice.recipient ?? notice.channel, state(notice), "\(notice.attempts)",
                    notice.trouble ?? "",
                ]
            }
        ).text(paint)
    }

    private static func state(_ notice: NoticeReply) -> String {
        let moment = notice.nextTryAt.map { ", next \(Moment.text($0))" } ?? ""
        return notice.state + (notice.attempts > 0 ? moment : "")
    }
}
