#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>Specifies the category of an error. The names are those of PowerShell's error categories.</summary>
public enum PlatformErrorCategory
{
    /// <summary>A credential is missing, or the server rejected the key, signature, token, password or timestamp.</summary>
    AuthenticationError,

    /// <summary>The account was authenticated, but the server does not permit the operation.</summary>
    PermissionDenied,

    /// <summary>The item, or an item that a filter specifies, does not exist.</summary>
    ObjectNotFound,

    /// <summary>A value is invalid, or the server rejected it.</summary>
    InvalidArgument,

    /// <summary>The rate limit or another limit of the account was exceeded.</summary>
    LimitsExceeded,

    /// <summary>The connection could not be established or was interrupted.</summary>
    ConnectionError,

    /// <summary>The response did not arrive within the time-out.</summary>
    OperationTimeout,

    /// <summary>The response does not have the documented format.</summary>
    InvalidData,

    /// <summary>The server reported an internal error or is unavailable.</summary>
    ResourceUnavailable,

    /// <summary>The outcome is unknown or contradicts the response, or the server redirected the request.</summary>
    InvalidResult,

    /// <summary>The operation is not possible in the current state, such as a call without a session.</summary>
    InvalidOperation,
}
