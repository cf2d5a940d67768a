/// How the server says what a name must be.
extension ModelValidation {
    static let label = """
        a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', \
        and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', \
        regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')
        """
    static let subdomain = #"""
        a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' \#
        or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex \#
        used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')
        """#
    static let labelKey = """
        name part must consist of alphanumeric characters, '-', '_' or '.', and must start and \
        end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex \
        used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')
        """
    static let labelValue = """
        a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or \
        '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or \
        'my_value',  or '12345', regex used for validation is \
        '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')
        """
    static let dataKey = """
        a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. \
        'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is \
        '[-._a-zA-Z0-9]+')
        """
    static let setIsFixed = """
        updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', \
        'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and \
        'minReadySeconds' are forbidden
        """
    static let claimIsFixed = """
        spec is immutable after creation except resources.requests and \
        volumeAttributesClassName for bound claims
        """
}
