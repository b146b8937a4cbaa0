using System.Management.Automation;
using Polly;

namespace VideoPlatforms.Tests.Conventions;

/// <summary>Uses an unapproved verb.</summary>
[Cmdlet("Fetch", "PolyvVideo", SupportsPaging = true)]
public sealed class WrongVerb : Cmdlet;

/// <summary>Uses a noun without the module's prefix.</summary>
[Cmdlet(VerbsCommon.Get, "Video", SupportsPaging = true)]
public sealed class WrongPrefix : Cmdlet;

/// <summary>Uses a plural noun.</summary>
[Cmdlet(VerbsCommon.Get, "PolyvVideos", SupportsPaging = true)]
public sealed class WrongNumber : Cmdlet;

/// <summary>Does not declare its output type.</summary>
[Cmdlet(VerbsCommunications.Connect, "PolyvWrong")]
public sealed class WrongOutput : Cmdlet;

/// <summary>Makes changes without confirmation, output or pipeline input.</summary>
[Cmdlet(VerbsCommon.Set, "PolyvWrong")]
public sealed class WrongChange : Cmdlet;

/// <summary>Deletes without ConfirmImpact High.</summary>
[Cmdlet(VerbsCommon.Remove, "PolyvWrong", SupportsShouldProcess = true)]
public sealed class WrongDeletion : Cmdlet;

/// <summary>Lists without paging and session parameters.</summary>
[Cmdlet(VerbsCommon.Get, "PolyvWrong")]
public sealed class WrongList : Cmdlet;

/// <summary>Takes a secret as plain text.</summary>
[Cmdlet(VerbsCommunications.Connect, "PolyvWrong")]
public sealed class WrongSecret : Cmdlet
{
    [Parameter]
    public string? SecretKey { get; set; }
}

/// <summary>Exposes the type of a library through a property of its output.</summary>
[Cmdlet(VerbsCommon.Get, "PolyvWrong")]
[OutputType(typeof(Carrier))]
public sealed class WrongTypes : Cmdlet
{
    public sealed class Carrier
    {
        public IReadOnlyList<ResilienceContext>? Contexts { get; init; }
    }
}
