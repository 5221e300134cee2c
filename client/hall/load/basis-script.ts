// three's Basis transcoder, made fit for pages that forbid code made of text (`unsafe-eval`): two places of it build functions so.
// Both get what Emscripten itself writes in their stead with DYNAMIC_EXECUTION=0.

const CALLED = 'var invokerFn=newFunc(Function,args)(...closureArgs);'
const CALLS = `var invokerFn=function(...given){
  var stack=[],wired=[],self;
  var call=[cppTargetFunc];
  if(isClassMethodFunc){self=argTypes[1].toWireType(needsDestructorStack?stack:null,this);call.push(self)}
  for(var i=0;i<argCount-2;++i){wired[i]=argTypes[i+2].toWireType(needsDestructorStack?stack:null,given[i]);call.push(wired[i])}
  var rv=cppInvokerFunc(...call);
  if(needsDestructorStack)runDestructors(stack);
  else for(var i=isClassMethodFunc?1:2;i<argTypes.length;++i){
    if(argTypes[i].destructorFunction!==null)argTypes[i].destructorFunction(i===1?self:wired[i-2])
  }
  if(returns)return argTypes[0].fromWireType(rv)
};`

const METHOD_CALLED = 'var invokerFunction=newFunc(Function,params)(...args);'
const METHOD_CALLS = `var invokerFunction=function(obj,func,destructorsRef,args){
  var at=0;
  var given=types.map(type=>{var value=type.readValueFromPointer(args+at);at+=type.argPackAdvance;return value});
  var rv=kind===1?new func(...given):kind===0?func.call(obj,...given):func.call(...given);
  if(!retType.isVoid)return emval_returnValue(retType,destructorsRef,rv)
};`

/** @throws where the script is another one than it was written for */
export function withoutEval(script: string): string {
  for (const place of [CALLED, METHOD_CALLED]) {
    if (script.split(place).length !== 2) throw new Error('the Basis transcoder is not the one that is known')
  }
  return script.replace(CALLED, () => CALLS).replace(METHOD_CALLED, () => METHOD_CALLS)
}
