import Wire

extension NoticeRoutes {
    private static let root = "/api/v1/admin/notices"

    static let contract = [
        Endpoint(.get, root, "listNotices", "What people are told, and whether it arrives.")
            .open(to: .admin).takes(.noticeState).lists(NoticeReply.self, "Newest first.")
            .refuses(.invalid),
        Endpoint(.post, "\(root)/test", "testNotice", "Writes to whoever asks, by mail.")
            .open(to: .admin).takes(EmptyBody.self, isRequired: false).repeatable
            .answers(AnswerContract(202, NoticeReply.self, "Written; it is sent next.")),
        Endpoint(.post, "\(root)/{id}/retry", "retryNotice", "Has a notice sent again.")
            .telling("One that was given up, or one that waits for its next try.")
            .open(to: .admin).takes(.notice).takes(EmptyBody.self, isRequired: false).repeatable
            .answers(AnswerContract(202, NoticeReply.self, "It is sent next."))
            .refuses(.conflict),
    ]
}
