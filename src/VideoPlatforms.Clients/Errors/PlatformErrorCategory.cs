#pragma warning disable IDE0130 // Public objects share one namespace.
namespace VideoPlatforms;

/// <summary>What sort of failure it was. The names are those of PowerShell's error categories.</summary>
public enum PlatformErrorCategory
{
    /// <summary>The server did not accept who is calling: key, signature, token, password or clock.</summary>
    AuthenticationError,

    /// <summary>The caller is known but may not do this.</summary>
    PermissionDenied,

    /// <summary>The item, or what a filter names, does not exist.</summary>
    ObjectNotFound,

    /// <summary>The server did not accept a value.</summary>
    InvalidArgument,

    /// <summary>Too many calls in too short a time, or another limit of the account.</summary>
    LimitsExceeded,

    /// <summary>No connection, or one that broke.</summary>
    ConnectionError,

    /// <summary>No response within the time allowed.</summary>
    OperationTimeout,

    /// <summary>A response that is not of the documented form.</summary>
    InvalidData,

    /// <summary>The server is unwell.</summary>
    ResourceUnavailable,

    /// <summary>The server claims what is not so.</summary>
    InvalidResult,

    /// <summary>Not possible as things stand, such as a call without a session.</summary>
    InvalidOperation,
}
