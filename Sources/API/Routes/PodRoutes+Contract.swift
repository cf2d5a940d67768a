import Wire

extension PodRoutes {
    static let contract = [
        Endpoint(.post, "/api/v1/admin/pods/{id}/reset", "resetPod", "Resets anybody's service.")
            .telling(
                """
                As a reset by its owner: needs the instance's name, and can be taken back. The \
                owner is told by mail.
                """
            )
            .open(to: .admin).ordersInstance.takes(ConfirmBody.self, isRequired: false)
            .refuses(.confirmation),
        Endpoint(.post, "/api/v1/admin/pods/{id}/action", "actOnPod", "Acts on anybody's service.")
            .telling(
                """
                `delete` needs the instance's name as confirmation. The data is kept for the undo \
                window, within which `undo-delete` takes it back; then it is destroyed. The owner \
                is told by mail.
                """
            )
            .open(to: .admin).ordersInstance.takes(ActionBody.self).refuses(.confirmation),
    ]
}
